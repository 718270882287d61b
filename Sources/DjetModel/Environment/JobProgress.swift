import DjetJSON

/// The progress of a job.
public struct JobProgress: Codable, Sendable, Hashable {
    /// The amount that is done, in the function's own unit.
    public var done: Int
    /// The amount that there is to do, if known.
    public var of: Int?
    /// A note for people on the work at hand.
    public var note: String?

    private enum CodingKeys: CodingKey { case done, of, note }

    /// Creates progress of `done` out of `of`.
    public init(done: Int, of: Int? = nil, note: String? = nil) {
        self.done = done
        self.of = of
        self.note = note
    }

    /// The same progress with a note that can be stored: cut at 8 kB with a mark, and without U+0000.
    package var storable: JobProgress {
        JobProgress(done: done, of: of, note: note.map(StoredText.of))
    }
}

extension JobProgress {
    /// Reads the progress that any worker may have stored. Another shape becomes the note of a job that has
    /// done nothing.
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
