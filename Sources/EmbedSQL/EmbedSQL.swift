import Foundation
import PackagePlugin

/// A plug-in that writes the package's `sql` folder into the target as string literals, so that a binary
/// carries it.
///
/// The target gets `EmbeddedSQL.files`: each file's path below `sql`, and its text, sorted by path.
@main
struct EmbedSQL: BuildToolPlugin {
    /// The endings of the embedded files: SQL, and the lists that state the order of functions.
    private static let endings = [".sql", "/order"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "sql")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
        return [
            .buildCommand(
                displayName: "Embedding sql/",
                executable: try context.tool(named: "embed-text").url,
                arguments: ["EmbeddedSQL", folder.path(), output.path()] + Self.endings,
                inputFiles: Self.files(in: folder),
                outputFiles: [output])
        ]
    }

    private static func files(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted().map {
            folder.appending(path: $0)
        }
    }
}
