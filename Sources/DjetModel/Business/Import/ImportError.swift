/// The failure of a whole import, in one sentence that names the file and, where there is one, the line.
package struct ImportError: Error, Equatable, CustomStringConvertible {
    /// The sentence.
    package let description: String

    init(file: String, line: Int? = nil, _ problem: String) {
        let place = line.map { "\(file), line \($0)" } ?? file
        description = "\(place): \(problem)"
    }
}
