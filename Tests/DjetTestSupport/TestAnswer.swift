import Foundation

/// What a site answered.
package struct TestAnswer: Sendable {
    package let status: Int
    /// By their names in lower case; of several only the last.
    package let headers: [String: String]
    /// As they came.
    package let head: String
    package let body: String

    /// Reads what `curl --include` printed; what came before a final answer (100 Continue) is left out.
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

    /// A header's value, by its name in lower case.
    package subscript(header: String) -> String? { headers[header] }
}

/// Why there is no answer.
enum TestAnswerError: Error {
    case noAnswer(String)
}
