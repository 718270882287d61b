import Foundation

/// A site's answer.
package struct TestAnswer: Sendable {
    package let status: Int
    /// The headers by their names in lower case; the last one of several.
    package let headers: [String: String]
    /// The head of the answer as it came.
    package let head: String
    package let body: String

    /// Parses the output of `curl --include`, without interim answers (100 Continue). Throws if it has no
    /// answer.
    init(_ text: String) throws {
        var rest = Substring(text)
        var head = ""
        repeat {
            guard let end = rest.range(of: "\r\n\r\n") else { throw TestAnswerError.noAnswer(text) }
            head = String(rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
        } while head.hasPrefix("HTTP/1.1 1")
        self.head = head
        body = String(rest)
        let lines = head.components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw TestAnswerError.noAnswer(text)
        }
        self.status = status
        headers = Dictionary(
            lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (line[..<colon].lowercased(), value)
            }, uniquingKeysWith: { $1 })
    }

    /// The value of a header, by its name in lower case.
    package subscript(header: String) -> String? { headers[header] }
}

/// The output of curl, when it holds no answer.
enum TestAnswerError: Error {
    case noAnswer(String)
}
