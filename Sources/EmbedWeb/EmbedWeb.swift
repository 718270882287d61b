import Foundation
import PackagePlugin

/// A plug-in that writes the target's `Web` folder, its templates, assets and languages, into it as string
/// literals, so that a binary carries its pages.
///
/// The target gets `EmbeddedWeb.files`: each file's path below `Web`, and its text, sorted by path.
@main
struct EmbedWeb: BuildToolPlugin {
    static let endings = [".mustache", ".css", ".js", ".json", ".svg"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL.appending(path: "Web")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedWeb.swift")
        return [
            .buildCommand(
                displayName: "Embedding Web/",
                executable: try context.tool(named: "embed-text").url,
                arguments: ["EmbeddedWeb", folder.path(), output.path()] + Self.endings,
                inputFiles: Self.files(in: folder),
                outputFiles: [output])
        ]
    }

    private static func files(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        return paths.filter { path in Self.endings.contains(where: path.hasSuffix) }.sorted()
            .map { folder.appending(path: $0) }
    }
}
