/// The path of a route below its node, such as `{id:int}/cancel`.
public struct RoutePath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// A part of the path.
    public enum Segment: Sendable, Hashable {
        /// Exactly this text.
        case literal(String)
        /// Any one segment.
        case text(String)
        /// A whole number.
        case integer(String)
        /// All remaining segments, at least one.
        case rest(String)
    }

    /// The path as it was written.
    public let description: String
    /// The parts of the path.
    public let segments: [Segment]

    /// Parses a path as it is written in a route.
    public init(stringLiteral text: String) {
        description = text
        segments = text.split(separator: "/").map(Self.segment)
    }

    /// The names between braces.
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

    /// Returns the parameters of a path; nil if the path does not match.
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
