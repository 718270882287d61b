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
