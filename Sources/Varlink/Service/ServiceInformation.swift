/// What `org.varlink.service.GetInfo` answers.
public struct ServiceInformation: Sendable, Equatable {
  /// Who makes the service.
  public var vendor: String
  /// Its name.
  public var product: String
  /// Its version.
  public var version: String
  /// Where to read about it.
  public var url: String

  /// Makes the information.
  public init(vendor: String, product: String, version: String, url: String) {
    self.vendor = vendor
    self.product = product
    self.version = version
    self.url = url
  }
}
