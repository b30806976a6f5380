/// Flat memory for the tables of the search: allocated once, freed together.
///
/// The pointers are valid as long as the arena lives; whoever holds pointers holds the arena. Bounds are the
/// caller's business: the inner loops spend a third of their time on the checks of `Array`.
final class Arena {
  private var release: [() -> Void] = []

  /// Memory for `count` elements, each `value`. At least one element, so that the pointer is always valid.
  func make<Element: BitwiseCopyable>(_ count: Int, _ value: Element) -> UnsafeMutablePointer<Element> {
    let size = max(1, count)
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: size)
    pointer.initialize(repeating: value, count: size)
    release.append { pointer.deallocate() }
    return pointer
  }

  /// Memory with the elements of an array.
  func make<Element: BitwiseCopyable>(_ elements: [Element], padding: Element) -> UnsafeMutablePointer<Element> {
    let pointer = make(elements.count, padding)
    for (index, element) in elements.enumerated() { pointer[index] = element }
    return pointer
  }

  deinit {
    for action in release { action() }
  }
}
