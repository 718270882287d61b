import DjetJSON
import DjetModel
public import Foundation
import HTTPTypes

/// The query of an address, checked against the fields of its route.
public struct Query: Sendable {
    private let values: [(name: String, value: String)]

    /// Creates an empty query.
    init() {
        values = []
    }

    /// Reads a query. Throws `RequestError` of 400 for an unknown or repeated parameter, a value that its
    /// field does not allow, and a missing required one. Tracking parameters are dropped, unless a field has
    /// their name.
    init(_ text: String?, fields: [QueryField]) throws {
        values = try FormText.pairs(text ?? "") { name in
            Tracking.isTracking(name) && !fields.contains { $0.name == name }
        }
        var given: Set<String> = []
        for (name, value) in values {
            guard let field = fields.first(where: { $0.name == name }) else {
                throw RequestError(.badRequest, "there is no query parameter “\(name)” here")
            }
            guard !value.isEmpty else { continue }
            try field.check(value)
            guard given.insert(name).inserted else {
                throw RequestError(.badRequest, "the query parameter “\(name)” is given twice")
            }
        }
        for field in fields where field.isRequired && self[field.name] == nil {
            throw RequestError(.badRequest, "the query parameter “\(field.name)” is missing")
        }
    }

    /// The text of a field; nil if it is missing or empty.
    public subscript(name: String) -> String? {
        values.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// Returns the number of a field; nil if it is missing.
    public func integer(_ name: String) -> Int64? { self[name].flatMap { Int64($0) } }

    /// Returns the time of a field; nil if it is missing.
    public func time(_ name: String) -> Date? { self[name].flatMap { QueryField.date(from: $0) } }
}

extension QueryField {
    private func checkText(_ value: String, upTo limit: Int) throws {
        guard value.unicodeScalars.count <= limit else {
            throw refusal("at most \(Written.number("\(limit)")) characters", value)
        }
    }

    fileprivate func check(_ value: String) throws {
        guard !value.utf8.contains(0) else {
            throw RequestError(
                .badRequest, "the query parameter “\(name)” has a zero byte (%00): leave it out")
        }
        switch kind {
        case .text: try checkText(value, upTo: 1_000)
        case .words: try checkText(value, upTo: 200)
        case .integer(let bounds):
            guard let number = Int64(value), bounds.contains(number) else {
                throw refusal("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", value)
            }
        case .choice(let choices):
            guard choices.contains(value) else {
                throw refusal("one of \(choices.joined(separator: ", "))", value)
            }
        case .matching(let pattern, let example):
            // Patterns are for short values. Long ones are not even tried.
            guard value.utf8.count <= 200, let regex = try? Regex(pattern), value.firstMatch(of: regex) != nil
            else {
                throw refusal("something like \(example)", value)
            }
        case .time:
            guard Self.date(from: value) != nil else {
                throw refusal("a time like 2026-11-22T10:00:00Z, or a day", value)
            }
        }
    }

    fileprivate static func date(from text: String) -> Date? {
        guard text.utf8.count <= 64, Day(text.beginning(10)) != nil else { return nil }
        return Date.sent(text)
    }

    private func refusal(_ expected: String, _ value: String) -> RequestError {
        RequestError(
            .badRequest, "the query parameter “\(name)” is “\(value.beginning(100))”: expected \(expected)")
    }
}
