/// A checksum against damage, not against forgery: FNV-1a, 64 bits (Fowler, Noll, Vo).
///
/// Each step is a bijection of the state, so one changed byte always changes the sum.
enum Checksum {
  static func sum(_ parts: [UInt8]...) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return state
  }
}
