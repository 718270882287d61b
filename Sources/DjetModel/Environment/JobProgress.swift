import DjetStore

/// How far a job is.
public struct JobProgress: Codable, Sendable, Hashable {
    /// How much is done, in whatever the function counts.
    public var done: Int
    /// How much there is to do, if that is known.
    public var of: Int?
    /// What is going on, for people.
    public var note: String?

    private enum CodingKeys: CodingKey { case done, of, note }

    /// So much of so much.
    public init(done: Int, of: Int? = nil, note: String? = nil) {
        self.done = done
        self.of = of
        self.note = note
    }

    /// The same with a note that can be stored: cut at 8 kB, which it says, and without U+0000.
    package var storable: JobProgress {
        JobProgress(done: done, of: of, note: note.map(StoredText.of))
    }
}

extension JobProgress {
    /// Reads what any worker may have stored: of another shape, it becomes the note of a job that has done nothing.
    public init(from decoder: any Decoder) throws {
        guard let container = try? decoder.container(keyedBy: CodingKeys.self),
            let done = try? container.decode(Int.self, forKey: .done)
        else {
            self.init(done: 0, note: try? JSON.text(of: JSONValue(from: decoder)))
            return
        }
        self.init(
            done: done, of: try? container.decode(Int.self, forKey: .of),
            note: try? container.decode(String.self, forKey: .note))
    }
}
