import JSON

/// `org.varlink.service`, the interface that every service has. Written by hand, because generated code rests on
/// this room.
enum ServiceInterface {
  static let name = "org.varlink.service"
  static let getInfo = "org.varlink.service.GetInfo"
  static let getInterfaceDescription = "org.varlink.service.GetInterfaceDescription"

  static let text = """
    # Every Varlink service has this interface: it tells what the service is and which interfaces it has.
    interface org.varlink.service

    # Who made the service, which version it is, and the names of its interfaces.
    method GetInfo() -> (
      vendor: string,
      product: string,
      version: string,
      url: string,
      interfaces: []string
    )

    # The definition of an interface, as its author wrote it.
    method GetInterfaceDescription(interface: string) -> (description: string)

    # The service does not have this interface.
    error InterfaceNotFound(interface: string)

    # The interface does not declare this method.
    error MethodNotFound(method: string)

    # The interface declares the method, but the service does not have it.
    error MethodNotImplemented(method: string)

    # This parameter is missing, of the wrong type, null, or unknown.
    error InvalidParameter(parameter: string)

    # The caller may not call this method.
    error PermissionDenied()

    # The method answers with several replies and must be called with "more".
    error ExpectedMore()

    """

  static func information(_ information: ServiceInformation, _ interfaces: [String]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("vendor", information.vendor)
    writer.field("product", information.product)
    writer.field("version", information.version)
    writer.field("url", information.url)
    writer.field("interfaces", interfaces)
    writer.endObject()
    return writer.bytes
  }

  static func description(_ text: String) -> [UInt8] {
    var writer = JSONWriter(capacity: text.utf8.count + 64)
    writer.beginObject()
    writer.field("description", text)
    writer.endObject()
    return writer.bytes
  }

  static func expectNoParameters(_ parameters: JSONObject) throws(VarlinkError) {
    if let member = parameters.members.first { throw .invalidParameter(member.name) }
  }

  static func interfaceParameter(_ parameters: JSONObject) throws(VarlinkError) -> String {
    for member in parameters.members where member.name != "interface" { throw .invalidParameter(member.name) }
    guard case .string(let interface)? = parameters["interface"] else { throw .invalidParameter("interface") }
    return interface
  }
}
