import DjetJSON
import DjetStore

/// Jobs of one kind as rows of a COPY, in chunks: a chunk is encoded while the server takes in those before.
struct JobRows<Function: ModelFunction>: AsyncSequence, AsyncIteratorProtocol {
    /// The rows of a chunk: a message of a reasonable size.
    private static var chunk: Int { 500 }

    private let functions: [Function]
    private let places: [(id: Int64, position: Int64?)]
    private let keys: SecretKeys
    /// The columns of the rows.
    let columns: [String]
    /// The part that all rows share, from the time on; `tail` is the part after the arguments.
    private let head: String
    private let tail: String
    private var next = 0

    init(
        _ functions: [Function], _ places: [(id: Int64, position: Int64?)], _ request: OffloadRequest,
        _ keys: SecretKeys
    ) {
        self.functions = functions
        self.places = places
        self.keys = keys
        let time = request.runAt.map { "\t" + Timestamp.text(of: $0) } ?? ""
        let line = [Self.escaped(request.queue), Self.escaped(request.kind)].joined(separator: "\t")
        head = "\(time)\t\(request.attempts ?? JobQueue.usualAttempts)\t\(request.priority)\t\(line)\t"
        columns =
            ["id", "position"] + (request.runAt == nil ? [] : ["run_at"])
            + ["attempt_limit", "priority", "queue", "kind", "arguments", "environment"]
        tail = "\t\(Self.escaped(request.environment))\n"
    }

    func makeAsyncIterator() -> JobRows { self }

    mutating func next() async throws -> [UInt8]? {
        guard next < functions.count else { return nil }
        let end = Swift.min(next + Self.chunk, functions.count)
        defer { next = end }
        var text = ""
        for index in next..<end {
            let (id, position) = places[index]
            text += "\(id)\t\(position.map(String.init) ?? "\\N")\(head)"
            text += Self.escaped(try keys.arguments(of: functions[index]))
            text += tail
        }
        return Array(text.utf8)
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else { return text }
        return text.rewritten(Self.escape(of:))
    }

    /// Returns the escape of a character that has a meaning in a COPY; nil for any other.
    private static func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\\": #"\\"#
        case "\t": #"\t"#
        case "\n": #"\n"#
        case "\r": #"\r"#
        default: nil
        }
    }
}
