extension Duration {
  /// Whole microseconds, rounded up so that a promise of time is never cut; 0 for a negative duration, and the largest
  /// value but one for what does not fit (the largest itself means "for ever" to systemd).
  var wholeMicroseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let fraction = (UInt64(attoseconds) + 999_999_999_999) / 1_000_000_000_000
    let (product, tooLarge) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000)
    let (sum, overflows) = product.addingReportingOverflow(fraction)
    return tooLarge || overflows ? UInt64.max - 1 : min(sum, UInt64.max - 1)
  }
}
