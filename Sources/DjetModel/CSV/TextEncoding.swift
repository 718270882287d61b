/// How a text file spells its characters.
package enum TextEncoding: Sendable, Equatable {
    /// UTF-8, with or without a byte order mark; plain ASCII too.
    case utf8

    /// Windows-1252, the usual encoding of files that are not UTF-8; it includes Latin-1's letters.
    case windows1252

    /// A chunk of the file as UTF-8. Chunks may be cut anywhere.
    package func utf8(_ chunk: [UInt8]) -> [UInt8] {
        switch self {
        case .utf8: chunk
        case .windows1252: Windows1252.utf8(chunk)
        }
    }
}
