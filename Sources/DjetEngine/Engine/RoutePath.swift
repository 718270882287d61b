/// The path of a route below its node, such as `{id:int}/cancel`.
public struct RoutePath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// A part of it.
    public enum Segment: Sendable, Hashable {
        /// Exactly this.
        case literal(String)
        /// Anything.
        case text(String)
        /// A whole number.
        case integer(String)
        /// All that is left, at least one segment.
        case rest(String)
    }

    /// The path as it was written.
    public let description: String
    /// Its parts.
    public let segments: [Segment]

    /// A path as it is written in a route.
    public init(stringLiteral text: String) {
        description = text
        segments = text.split(separator: "/").map(Self.segment)
    }

    /// What is between braces in it.
    var parameterNames: [String] {
        segments.compactMap { segment in
            switch segment {
            case .literal: nil
            case .text(let name), .integer(let name), .rest(let name): name
            }
        }
    }

    private static func segment(_ text: Substring) -> Segment {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return .literal(String(text)) }
        let name = text.dropFirst().dropLast()
        if name.hasSuffix("*") { return .rest(String(name.dropLast())) }
        if name.hasSuffix(":int") { return .integer(String(name.dropLast(4))) }
        return .text(String(name))
    }

    /// What its parameters are in a path; nil if the path is another one.
    func match(_ rest: [String]) -> [String: String]? {
        var parameters: [String: String] = [:]
        for (index, segment) in segments.enumerated() {
            guard index < rest.count else { return nil }
            switch segment {
            case .literal(let text): guard rest[index] == text else { return nil }
            case .text(let name): parameters[name] = rest[index]
            case .integer(let name):
                guard Int64(rest[index]) != nil, rest[index].utf8.allSatisfy(Self.isDigit) else { return nil }
                parameters[name] = rest[index]
            case .rest(let name):
                parameters[name] = rest[index...].joined(separator: "/")
                return parameters
            }
        }
        return segments.count == rest.count ? parameters : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
