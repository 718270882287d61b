/// Parses a client's messages as far as needed to find the ends of requests and the commits.
struct FrontendReader {
    /// The end of a request that the server answers.
    struct End: Equatable {
        /// The number of bytes just read up to the end of this request.
        let offset: Int
        let isCommit: Bool
    }

    /// The bytes of a message that are kept: statement names and the text of a COMMIT are short.
    private static let limit = 96

    private var header: [UInt8] = []
    /// The size of the message header; the first message has no letter.
    private var headerSize = 4
    private var letter: UInt8 = 0
    private var rest = 0
    /// The beginning of the message.
    private var start: [UInt8] = []
    private var commits: Set<[UInt8]> = []
    private var isCommitting = false

    mutating func read(_ bytes: [UInt8]) -> [End] {
        var ends: [End] = []
        var offset = 0
        while offset < bytes.count {
            if header.count < headerSize {
                header.append(bytes[offset])
                offset += 1
                if header.count == headerSize { beginMessage() }
            } else {
                let count = min(rest, bytes.count - offset)
                start += bytes[offset..<offset + min(count, max(Self.limit - start.count, 0))]
                offset += count
                rest -= count
            }
            guard header.count == headerSize, rest == 0 else { continue }
            if endMessage() {
                ends.append(End(offset: offset, isCommit: isCommitting))
                isCommitting = false
            }
        }
        return ends
    }

    private mutating func beginMessage() {
        letter = headerSize == 5 ? header[0] : 0
        rest = max(header.suffix(4).reduce(0) { $0 << 8 | Int($1) } - 4, 0)
    }

    /// Ends the message. Returns true if the server answers behind it.
    private mutating func endMessage() -> Bool {
        let words = start.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
        switch letter {
        case UInt8(ascii: "P") where words.count > 1: prepare(words[0], words[1])
        // The name of the portal comes first.
        case UInt8(ascii: "B") where words.count > 1:
            isCommitting = isCommitting || commits.contains(words[1])
        default: break
        }
        let isSync = letter == UInt8(ascii: "S")
        header = []
        headerSize = 5
        start = []
        return isSync
    }

    private mutating func prepare(_ name: [UInt8], _ text: [UInt8]) {
        if text == Array("commit".utf8) { commits.insert(name) } else { commits.remove(name) }
    }
}
