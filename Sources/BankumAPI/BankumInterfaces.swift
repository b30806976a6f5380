package import Varlink

/// The interfaces of bankum, for those who serve or describe all of them.
package enum BankumInterfaces {
  /// One a file in `Interfaces/`.
  package static var all: [any VarlinkInterfaceDefinition.Type] {
    [
      ServiceInterface.self, RegistryInterface.self, RequestsInterface.self, ScheduleInterface.self,
      DocketInterface.self,
    ]
  }
}
