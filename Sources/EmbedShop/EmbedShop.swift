import Foundation
import PackagePlugin

/// A plug-in that writes the files of `Examples/Shop`, which `djet new` copies, into the target as string
/// literals.
///
/// The target gets `EmbeddedShop.files`: each file's path below `Examples`, and its text, sorted by path.
@main
struct EmbedShop: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Examples")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedShop.swift")
        let paths = Self.paths(in: folder.appending(path: "Shop")).map { "Shop/\($0)" }
        return [
            .buildCommand(
                displayName: "Embedding Examples/Shop",
                executable: try context.tool(named: "embed-text").url,
                arguments: ["EmbeddedShop", folder.path(), output.path()] + paths,
                inputFiles: paths.map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }

    /// Returns the paths of the files below a folder, without what SwiftPM makes there.
    private static func paths(in folder: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        return all.filter { path in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(
                atPath: folder.appending(path: path).path(), isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && !path.hasPrefix(".build") && path != "Package.resolved"
        }.sorted()
    }
}
