/// How far a job is.
public struct JobProgress: Codable, Sendable, Hashable {
    /// How much is done, in whatever the function counts.
    public var done: Int
    /// How much there is to do, if that is known.
    public var of: Int?
    /// What is going on, for people.
    public var note: String?

    /// So much of so much.
    public init(done: Int, of: Int? = nil, note: String? = nil) {
        self.done = done
        self.of = of
        self.note = note
    }
}
