package import HTTPTypes

/// What a client would like, by its `Prefer` header (RFC 7240).
public struct Preference: Sendable, Equatable {
    /// Rather a ticket now than the answer later.
    public let isAsynchronous: Bool
    /// How long it would wait for the answer, in seconds.
    public let wait: Int?

    init(_ headers: HTTPFields) {
        let preferences = headers[values: .prefer].joined(separator: ",").lowercased().split(separator: ",")
            .compactMap { $0.split(separator: ";").first?.filter { !$0.isWhitespace } }
        isAsynchronous = preferences.contains("respond-async")
        wait = preferences.first { $0.hasPrefix("wait=") }.flatMap { Int($0.dropFirst(5)) }.map { max($0, 0) }
    }
}

extension HTTPField.Name {
    /// RFC 7240.
    package static var prefer: HTTPField.Name { known("Prefer") }
    /// RFC 7240.
    package static var preferenceApplied: HTTPField.Name { known("Preference-Applied") }

    /// A name that is known to be one.
    package static func known(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is no header's name") }
        return name
    }
}
