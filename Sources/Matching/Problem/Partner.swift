/// An organisation that advocates belong to.
package struct Partner: Sendable, Equatable {
  /// The fair share: sessions in the horizon.
  package var target: Int
  /// The most sessions in the horizon.
  package var quota: Int

  /// Makes a partner.
  package init(target: Int, quota: Int) {
    self.target = target
    self.quota = quota
  }
}
