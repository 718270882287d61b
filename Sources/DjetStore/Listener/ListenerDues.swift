/// What has fallen due on the listening connection and has not been done: each once, however often it has come round.
struct ListenerDues: OptionSet, Sendable {
    static let beat = ListenerDues(rawValue: 1)
    static let pulse = ListenerDues(rawValue: 2)

    let rawValue: Int

    /// Returns all, which count as done from now on.
    mutating func take() -> ListenerDues {
        defer { self = [] }
        return self
    }
}
