import BankumModel
import BankumStore
import Glibc

/// Starts on a register of an earlier version, as processes of their own, killed at points spread over the migration;
/// after each the next start has to go on and hold what one that nobody disturbed holds.
struct Migrating {
  /// A state folder as the programs of the earlier version left it. Nothing in it is changed.
  let folder: String

  /// The starting process: says when it comes to a step of the migration, when the register is open, and how many steps
  /// there were.
  func open(step: Int) async throws {
    var steps = 0
    let register = try StoreTorture.open(folder) { _ in
      steps += 1
      if steps == step { StoreTorture.say("step") }
    }
    StoreTorture.say("open")
    try await register.close()
    StoreTorture.say("\(steps)")
  }

  /// Kills so many starts, each as soon as it says that it came to its step.
  func run(points: Int) async throws {
    let place = folder + "-killed"
    try lay(place)
    let steps = try Start(place, step: 0).steps()
    let expected = try await contents(of: place)
    guard steps >= points else { throw StoreError(.unusable, "a migration of \(steps) steps has no \(points) points") }
    var unfinished = 0
    for point in 0..<points {
      let step = 1 + (steps - 1) * point / max(1, points - 1)
      try lay(place)
      if try Start(place, step: step).kill() == false { unfinished += 1 }
      guard try await contents(of: place) == expected else {
        throw StoreError(.corrupted, "killed at step \(step) of \(steps), the next start left other rows")
      }
    }
    try remove(place)
    guard unfinished * 10 > points * 7 else {
      throw StoreError(.unusable, "only \(unfinished) of \(points) kills came before the register was open")
    }
    StoreTorture.say(
      "\(points) starts killed at points of a migration of \(steps) steps, \(unfinished) before the register was open; "
        + "after each the next start had \(expected.values.count) values and \(expected.rows.count) rows as they should be"
    )
  }

  /// What a register holds once a start has brought it to this version.
  private func contents(of place: String) async throws -> Contents {
    let register = try StoreTorture.open(place)
    let (values, damage, verdict) = try await register.readUnaudited { reading in
      (try StoredKinds.all.flatMap { try Contents.values($0, reading) }, try reading.check(), try reading.verifyAudit())
    }
    try await register.close()
    guard damage.isEmpty else { throw StoreError(.corrupted, damage.map(\.text).joined(separator: "; ")) }
    guard verdict.isIntact else { throw StoreError(.corrupted, "the audit log: \(verdict)") }
    return Contents(values: values, rows: try Contents.rows(of: place + "/register.db"))
  }

  // MARK: Files

  private static let files = ["register.db", "keys", "head"]

  /// Puts the old register where it is killed.
  private func lay(_ place: String) throws {
    try remove(place)
    guard mkdir(place, 0o700) == 0 else { throw Self.failure(place) }
    for name in Self.files {
      let from = Glibc.open("\(folder)/\(name)", O_RDONLY)
      let to = Glibc.open("\(place)/\(name)", O_WRONLY | O_CREAT, 0o600)
      defer { for descriptor in [from, to] where descriptor >= 0 { close(descriptor) } }
      var status = stat()
      guard from >= 0, to >= 0, fstat(from, &status) == 0 else { throw Self.failure("\(folder)/\(name)") }
      guard sendfile(to, from, nil, Int(status.st_size)) == Int(status.st_size) else { throw Self.failure(place) }
    }
  }

  private func remove(_ place: String) throws {
    guard let directory = opendir(place) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink("\(place)/\(name)") }
    }
    guard rmdir(place) == 0 else { throw Self.failure(place) }
  }

  private static func failure(_ path: String) -> StoreError { StoreError(.inputOutput, "\(path): errno \(errno)") }
}
