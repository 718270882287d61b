import Foundation
import PackagePlugin

/// A plug-in that writes the benchmarks' reference scripts, and those of the peers, into the target as string
/// literals.
///
/// The target gets `EmbeddedReferences.files`: each file's path below `Benchmarks`, and its text.
@main
struct EmbedReferences: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Benchmarks")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedReferences.swift")
        let scripts = try ["reference", "peers"].flatMap { name in
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path())
                .map { "\(name)/\($0)" }
        }
        return [
            .buildCommand(
                displayName: "Embedding Benchmarks/reference and Benchmarks/peers",
                executable: try context.tool(named: "embed-text").url,
                arguments: [
                    "EmbeddedReferences", folder.path(), output.path(), ".sql", ".c", ".py", ".pl",
                    "requirements.txt",
                ],
                inputFiles: scripts.sorted().map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }
}
