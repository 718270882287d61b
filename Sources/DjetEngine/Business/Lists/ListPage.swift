import DjetModel

/// A page of a list: the entries, and the frame around them. In JSON, both are one object.
struct ListPage<Output: Codable & Sendable>: Codable, Sendable {
    let output: Output
    let frame: ListFrame

    init(output: Output, frame: ListFrame) {
        (self.output, self.frame) = (output, frame)
    }

    init(from decoder: any Decoder) throws {
        output = try Output(from: decoder)
        frame = try ListFrame(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try output.encode(to: encoder)
        try frame.encode(to: encoder)
    }
}

/// The frame of a page of a list: the filter, and the addresses around it.
struct ListFrame: Codable, Sendable {
    /// The things in the list, in words: `payments`.
    let things: String
    /// The word for one of them; empty if nobody needs it.
    let thing: String
    /// True if the latest come first.
    let isLatestFirst: Bool
    /// The filter, as the form shows it.
    let filter: [FilterField.Shown]
    /// The values of the filter by their names.
    let query: [String: String]
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// The address of the first page; empty if this is the first.
    let firstPath: String
    /// The address of the list without the filter.
    let listPath: String
    /// The address of the node.
    let nodePath: String
    /// The address of the node's import; empty if there is none that the visitor may use.
    let importPath: String
    /// The address of the node's export; empty if there is none that the visitor may use.
    let exportPath: String
    let mayUse: Bool
    let paths: BusinessPaths

    /// - Parameter marks: the fields that say where the next page begins; nil if this is the last.
    init<Output>(_ visit: Visit, _ list: FilteredList<Output>, after marks: [FormEntry]?) {
        (things, thing, isLatestFirst) = (list.things, list.thing, list.isLatestFirst)
        filter = list.filter.map { $0.shown(visit) }
        let (path, names) = (list.address(visit), list.filter.map(\.query.name))
        query = Dictionary(
            names.compactMap { name in visit.query[name].map { (name, $0) } }, uniquingKeysWith: { $1 })
        let (own, unseen) = (list.filter.filter { $0.title != nil }, list.filter.filter { $0.title == nil })
        isFiltered = visit.isFiltered(by: own.map(\.query.name))
        nextPath = visit.nextPath(path, keeping: names, marks)
        firstPath = visit.query["after"] == nil ? "" : visit.nextPath(path, keeping: names, [])
        listPath = visit.nextPath(path, keeping: unseen.map(\.query.name), [])
        nodePath = visit.path()
        (importPath, exportPath) = (visit.childPath("import"), visit.childPath("export"))
        mayUse = visit.may(.use)
        paths = BusinessPaths(visit)
    }
}
