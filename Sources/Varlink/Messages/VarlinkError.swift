public import JSON

/// An error reply: the error's full name and its parameters. Errors are names, never numbers or texts.
public struct VarlinkError: Error, Sendable, Equatable {
  /// The full name, such as `org.varlink.service.InvalidParameter`.
  public let name: String
  /// The parameters that the interface declares for it.
  public let parameters: JSONObject

  /// Makes an error.
  public init(name: String, parameters: JSONObject = [:]) {
    self.name = name
    self.parameters = parameters
  }

  /// Makes an error from the value that an interface declares for it.
  public init(_ error: some VarlinkErrorParameters) {
    self.init(name: type(of: error).errorName, parameters: error.jsonObject)
  }
}

/// The errors of `org.varlink.service`, which every service may answer with.
extension VarlinkError {
  /// The interface of the call, or the one whose description was asked for, is not served.
  public static func interfaceNotFound(_ interface: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.InterfaceNotFound", parameters: ["interface": .string(interface)])
  }

  /// The interface has no method of this name.
  public static func methodNotFound(_ method: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.MethodNotFound", parameters: ["method": .string(method)])
  }

  /// The interface declares the method, but this service does not have it.
  public static func methodNotImplemented(_ method: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.MethodNotImplemented", parameters: ["method": .string(method)])
  }

  /// A parameter is missing, of the wrong type, null where it may not be, or unknown.
  /// - Parameter parameter: its name; inside a structure the path, parted by dots.
  public static func invalidParameter(_ parameter: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.InvalidParameter", parameters: ["parameter": .string(parameter)])
  }

  /// The caller may not call this method at all.
  public static let permissionDenied = VarlinkError(name: "org.varlink.service.PermissionDenied")

  /// The method answers with several replies and was called without `more`.
  public static let expectedMore = VarlinkError(name: "org.varlink.service.ExpectedMore")
}
