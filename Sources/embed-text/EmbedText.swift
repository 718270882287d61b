import Foundation

/// The program `embed-text NAME FOLDER OUTPUT ENDING…`, which writes a folder's text files as one Swift file.
///
/// The file declares an enum NAME whose `files` are each file's path below the folder, and its text, sorted
/// by path. Files directly in the folder are left out.
@main
struct EmbedText {
    static func main() throws {
        let arguments = CommandLine.arguments
        let folder = URL(filePath: arguments[2])
        let endings = arguments[4...]
        let paths = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
        var swift = "enum \(arguments[1]) {\n    static let files: [(path: String, text: String)] = [\n"
        for path in paths.sorted() where path.contains("/") && endings.contains(where: path.hasSuffix) {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            swift += "        (\"\(path)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
        }
        swift += "    ]\n}\n"
        try swift.write(to: URL(filePath: arguments[3]), atomically: true, encoding: .utf8)
    }
}
