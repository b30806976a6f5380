import Glibc

/// The pages of the program's code that only the start needed.
enum StartPages {
  /// Takes them out of this process's memory; what is needed again comes back from the page cache, a page at a time.
  ///
  /// The start runs through much code once (runtime, configuration, command line), and the kernel maps whole clusters
  /// around each page that is touched: half of the resident memory of an idle daemon. Only code is given back: it is
  /// never written, so nothing can be lost.
  static func release(after pause: Duration) async {
    // A daemon that ends before gives everything back by that.
    do { try await Task.sleep(for: pause) } catch { return }
    guard let file = fopen("/proc/self/maps", "re") else { return }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 8_192)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.contains(" /"), let range = codeRange(text) else { continue }
      madvise(
        UnsafeMutableRawPointer(bitPattern: range.lowerBound), Int(range.upperBound - range.lowerBound), MADV_DONTNEED)
    }
  }

  /// The addresses of a line of `/proc/PID/maps`, if it is code: `55d0-55e0 r-xp ...`. Source: proc(5).
  static func codeRange(_ line: String) -> Range<UInt>? {
    let columns = line.split(separator: " ", maxSplits: 2)
    guard columns.count == 3, columns[1] == "r-xp" else { return nil }
    let ends = columns[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}
