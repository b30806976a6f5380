import Glibc

/// The clock by which the service manager orders reloads.
package enum MonotonicTime {
  /// CLOCK_MONOTONIC now, in microseconds.
  package static func microseconds() -> UInt64 {
    var time = timespec()
    // Cannot fail: the clock exists on every Linux and the pointer is valid.
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
  }
}
