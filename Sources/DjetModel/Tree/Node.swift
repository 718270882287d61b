public import DjetJSON
public import Foundation

/// An address in the tree.
public struct Node: Sendable, Hashable, Codable, Identifiable {
    /// The number, which stays when the node moves.
    public var id: Int64
    /// The number of the node above; nil for the root.
    public var parent: Int64?
    /// The path from the root, such as `/office/jobs`; `/` is the root.
    public var path: String
    /// The last part of the path; empty for the root.
    public var name: String
    /// The name of its basetype.
    public var basetype: String
    /// The title for people.
    public var title: String
    /// The place among its siblings: small numbers first.
    public var position: Int
    /// True if menus show it.
    public var isInMenu: Bool
    /// The values of its basetype's columns.
    public var columns: [String: JSONValue]
    /// The redirect that it answers with; nil if it answers itself.
    public var redirect: Redirect?

    /// Creates a node for a test or an engine; those of the database come from a `Tree`.
    public init(
        id: Int64, parent: Int64? = nil, path: String, basetype: String, title: String, position: Int = 1,
        isInMenu: Bool = true, columns: [String: JSONValue] = [:], redirect: Redirect? = nil
    ) {
        self.id = id
        self.parent = parent
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? ""
        self.basetype = basetype
        self.title = title
        self.position = position
        self.isInMenu = isInMenu
        self.columns = columns
        self.redirect = redirect
    }

    /// The text in a column; nil if there is none.
    public func text(_ column: String) -> String? { columns[column]?.text }

    /// The number in a column; nil if there is none.
    public func number(_ column: String) -> Decimal? { columns[column]?.number }

    /// Returns true if a column holds true.
    public func flag(_ column: String) -> Bool { columns[column]?.flag ?? false }
}

/// The redirect of a node to another address.
public struct Redirect: Codable, Sendable, Hashable {
    /// A path of the same site, or an address that begins with `https://` or `http://`.
    public var to: String
    /// The status: 301, 302, 307 or 308.
    public var status: Int

    /// Creates a redirect; by default it is permanent and keeps the method.
    public init(to: String, status: Int = 308) {
        self.to = to
        self.status = status
    }
}

/// The limits of a node's numbers that the database does not report in words.
enum NodeRange {
    /// Throws `ModelError.invalid` for numbers that no node can have.
    static func check(position: Int?, status: Int? = nil) throws {
        if let position, !(0...1_000_000).contains(position) {
            throw ModelError.invalid("a node's position must be a number from 0 to 1000000")
        }
        if let status, ![301, 302, 307, 308].contains(status) {
            throw ModelError.invalid(
                "a node cannot redirect with status \(status): use 301, 302, 307 or 308")
        }
    }
}
