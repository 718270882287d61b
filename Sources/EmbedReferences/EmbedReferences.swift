import Foundation
import PackagePlugin

/// Writes the benchmarks' reference scripts into the target as string literals.
///
/// The target gets `EmbeddedReferences.files`: each file's path below `Benchmarks`, and its text.
@main
struct EmbedReferences: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Benchmarks")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedReferences.swift")
        let scripts = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "reference").path())
        return [
            .buildCommand(
                displayName: "Embedding Benchmarks/reference",
                executable: try context.tool(named: "embed-text").url,
                arguments: ["EmbeddedReferences", folder.path(), output.path(), ".sql", ".c"],
                inputFiles: scripts.sorted().map { folder.appending(path: "reference/\($0)") },
                outputFiles: [output])
        ]
    }
}
