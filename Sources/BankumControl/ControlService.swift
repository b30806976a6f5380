import BankumAPI
import BankumOffice
package import Varlink

/// The service that the daemon offers: all interfaces, every method behind the door of its row.
package enum ControlService {
  /// Where to read about bankum: the package puts it there.
  static let documentation = "file:///usr/share/doc/bankum/README.md"

  /// All rows of all interfaces: the access matrix.
  package static func rows(_ daemon: Daemon) -> [AnyMethodRow<Access, Caller>] {
    ServiceRoutes.table(daemon).rows + RegistryRoutes.table(daemon).rows + ScheduleRoutes.table(daemon).rows
      + DocketRoutes.table(daemon).rows + RequestRoutes.table(daemon).rows
  }

  /// Makes the service.
  package static func make(_ daemon: Daemon) -> VarlinkService {
    let directory = daemon.directory
    return VarlinkService(
      information: ServiceInformation(
        vendor: "bankum", product: "bankumd", version: daemon.facts.version, url: documentation),
      definitions: BankumInterfaces.all,
      methods: rows(daemon).map { row in
        row.served { (access, context) throws(VarlinkError) in try admit(context.peer, access, directory) }
      })
  }

  /// Makes a caller of a peer, or refuses. The table is asked at each call.
  static func admit(_ peer: PeerIdentity, _ access: Access, _ directory: RoleDirectory) throws(VarlinkError) -> Caller {
    let holder = directory.holder(peer.uid)
    guard access.admits(holder.roles) else { throw .permissionDenied }
    return Caller(uid: peer.uid, holder: holder, allowed: access.allowed)
  }
}
