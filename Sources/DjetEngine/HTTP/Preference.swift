package import HTTPTypes

/// The preferences of a client, by its `Prefer` header (RFC 7240).
public struct Preference: Sendable, Equatable {
    /// True if the client prefers a ticket now to the answer later.
    public let isAsynchronous: Bool
    /// The time that the client would wait for the answer, in seconds; nil if it names none.
    public let wait: Int?

    init(_ headers: HTTPFields) {
        let preferences = headers[values: .prefer].joined(separator: ",").lowercased().split(separator: ",")
            .compactMap { $0.split(separator: ";").first?.filter { !$0.isWhitespace } }
        isAsynchronous = preferences.contains("respond-async")
        wait = preferences.first { $0.hasPrefix("wait=") }.flatMap { Int($0.dropFirst(5)) }.map { max($0, 0) }
    }
}

extension HTTPField.Name {
    /// The header `Prefer` (RFC 7240).
    package static var prefer: HTTPField.Name { known("Prefer") }
    /// The header `Preference-Applied` (RFC 7240).
    package static var preferenceApplied: HTTPField.Name { known("Preference-Applied") }

    /// Returns a header's name, which must be a valid one.
    package static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else {
            preconditionFailure("\(name) is not a header's name")
        }
        return name
    }
}
