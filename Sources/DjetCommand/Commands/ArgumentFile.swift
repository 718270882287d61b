import ArgumentParser

/// A file for one of a function's arguments, typed as `FIELD=PATH`.
struct ArgumentFile: ExpressibleByArgument {
    let field: String
    let path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].contains("\"") else { return nil }
        (field, path) = (parts[0], parts[1])
    }
}
