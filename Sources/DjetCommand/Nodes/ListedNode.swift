import DjetJSON
import DjetModel

/// A node and the rules at it, as listed.
struct ListedNode: Encodable {
    let path: String
    let basetype: String
    let title: String
    let position: Int
    let inMenu: Bool
    let columns: [String: JSONValue]
    let redirect: Redirect?
    let access: [String: [Right]]

    init(_ node: Node, _ tree: Tree) {
        path = node.path
        basetype = node.basetype
        title = node.title
        position = node.position
        inMenu = node.isInMenu
        columns = node.columns
        redirect = node.redirect
        access = tree.rules(at: node).mapValues { rights in Right.allCases.filter(rights.contains) }
    }

    /// The node's row, for people.
    var row: [String] { [path, basetype, title.onOneLine, inMenu ? "yes" : "no", note] }

    private var note: String {
        let rules = access.sorted { $0.key < $1.key }.map { role, rights in
            "\(role): \(rights.isEmpty ? "nothing" : rights.map(\.rawValue).joined(separator: ", "))"
        }
        let redirect = redirect.map { "redirects to \($0.to)" }
        return ([redirect].compactMap(\.self) + rules).joined(separator: "; ")
    }
}

extension ListedNode {
    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try JSON.text(of: self) : sentence)
    }
}
