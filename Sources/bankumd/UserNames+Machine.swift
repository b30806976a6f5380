import BankumOffice
import Glibc

extension UserNames {
  /// The accounts as the C library knows them: files, directory services.
  static let ofMachine = UserNames(
    number: { name in entry { getpwnam_r(name, $0, $1, $2, $3) }?.uid },
    name: { uid in entry { getpwuid_r(uid, $0, $1, $2, $3) }?.name })

  private static func entry(
    _ look: (
      UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
      UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32
  ) -> (uid: UInt32, name: String)? {
    var record = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var text = [CChar](repeating: 0, count: 16_384)
    guard look(&record, &text, text.count, &found) == 0, found != nil else { return nil }
    return (record.pw_uid, String(cString: record.pw_name))
  }
}
