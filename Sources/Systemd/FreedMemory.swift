internal import CSystemd

/// What becomes of this process's memory that is no longer used.
package enum FreedMemory {
  /// From which size on, in bytes, a block is the system's own: the C library's default.
  static let ownBlock: Int32 = 128 << 10

  /// Lets large blocks go back to the system as soon as they are free; call it before anything large is allocated.
  ///
  /// The C library takes blocks of 128 KiB and more from the system one by one, but after the first free of such a block
  /// it raises this threshold, up to 32 MiB, and then keeps them in its heap: a crowd of callers with large messages
  /// would leave their memory with the daemon for good. Setting the threshold ends the raising. Source: mallopt(3).
  package static func returnToSystem() {
    _ = mallopt(M_MMAP_THRESHOLD, ownBlock)
  }

  /// Gives the free pages of the heap back to the system: after large work, which leaves them behind in small pieces
  /// that the C library keeps for good. Takes a few milliseconds. Source: malloc_trim(3).
  package static func giveBack() {
    _ = malloc_trim(0)
  }
}
