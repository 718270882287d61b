/// The due and unfinished work of the listening connection, each kind once.
struct ListenerDues: OptionSet, Sendable {
    static let beat = ListenerDues(rawValue: 1)
    static let pulse = ListenerDues(rawValue: 2)

    let rawValue: Int

    /// Returns all of it and counts it as done.
    mutating func take() -> ListenerDues {
        defer { self = [] }
        return self
    }
}
