extension SQLSet {
    private static let orderPath = "functions/order"
    /// The line that stands for all functions that the list does not name.
    private static let others = "..."

    /// Returns the functions among a set's files, in the order in which they are installed.
    ///
    /// Throws `StoreError` with code `.migration` for a name of the list `functions/order` that has no file,
    /// or that stands there twice.
    static func functions(among files: [File]) throws -> [File] {
        let functions = files.filter { $0.path.hasPrefix("functions/") && $0.path != orderPath }
            .sorted { $0.path < $1.path }
        guard let list = files.first(where: { $0.path == orderPath }) else { return functions }
        let order = paths(in: list)
        try check(order, of: functions)
        let first = order.prefix { $0 != others }
        let last = order.dropFirst(first.count + 1)
        let rest = functions.filter { !order.contains($0.path) }
        return named(first, in: functions) + rest + named(last, in: functions)
    }

    /// Returns the paths of the functions that a list names, with `...` where it says so. Empty lines and
    /// comments are left out.
    private static func paths(in list: File) -> [String] {
        list.text.split(whereSeparator: \.isNewline)
            .map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty && !$0.hasPrefix("--") }
            .map { $0 == others ? others : "functions/\($0).sql" }
    }

    private static func named(_ paths: ArraySlice<String>, in functions: [File]) -> [File] {
        paths.compactMap { path in functions.first { $0.path == path } }
    }

    private static func check(_ order: [String], of functions: [File]) throws {
        for (index, path) in order.enumerated() {
            if order[..<index].contains(path) {
                throw StoreError(.migration, "\(orderPath) names \(path) twice: leave one of them out")
            }
            guard path == others || functions.contains(where: { $0.path == path }) else {
                throw StoreError(
                    .migration, "\(orderPath) names \(path), which does not exist: add it, or leave it out")
            }
        }
    }
}
