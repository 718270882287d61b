import Foundation
import PackagePlugin

/// A plug-in that writes a folder `sql`, the target's own or else the package's, into the target as string
/// literals, so that a binary carries it.
///
/// The target gets `EmbeddedSQL.files`: each file's path below `sql`, and its text, sorted by path.
@main
struct EmbedSQL: BuildToolPlugin {
    /// The endings of the embedded files: SQL, and the lists that state the order of functions.
    private static let endings = [".sql", "/order"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = Self.folder(of: target, in: context.package)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(folder.path())",
                executable: try context.tool(named: "embed-text").url,
                arguments: ["EmbeddedSQL", folder.path(), output.path()] + Self.endings,
                inputFiles: Self.files(in: folder),
                outputFiles: [output])
        ]
    }

    private static func folder(of target: any Target, in package: Package) -> URL {
        let own = target.directoryURL.appending(path: "sql")
        let isThere = FileManager.default.fileExists(atPath: own.path())
        return isThere ? own : package.directoryURL.appending(path: "sql")
    }

    private static func files(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted().map {
            folder.appending(path: $0)
        }
    }
}
