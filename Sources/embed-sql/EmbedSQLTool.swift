import Foundation

/// `embed-sql FOLDER OUTPUT`: writes a folder's SQL files as one Swift file.
@main
struct EmbedSQLTool {
    static func main() throws {
        let folder = URL(filePath: CommandLine.arguments[1])
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        var swift = "enum EmbeddedSQL {\n    static let files: [(path: String, text: String)] = [\n"
        for path in paths.filter({ $0.hasSuffix(".sql") }).sorted() where path.contains("/") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            swift += "        (\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
        }
        swift += "    ]\n}\n"
        try swift.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
    }
}
