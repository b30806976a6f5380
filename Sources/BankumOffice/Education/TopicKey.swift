/// A topic as it is compared: without regard to case and to how many blanks stand between its words.
struct TopicKey: Hashable {
  private let words: [String]

  init(_ topic: String) {
    words = topic.lowercased().split(separator: " ").map(String.init)
  }
}
