/// A QR code by ISO/IEC 18004: bytes at error correction level M.
struct QRCode {
    /// The number of modules on a side.
    let size: Int
    /// The modules row by row; true for a dark one.
    let modules: [Bool]

    /// Encodes bytes. Returns nil if there are more than 666.
    init?(_ bytes: [UInt8]) {
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        let codewords = QRBlocks(version).codewords(of: bytes)
        var grid = QRGrid(version)
        grid.place(codewords)
        let best = (0..<8).map { grid.masked(by: $0) }.min { $0.penalty < $1.penalty }
        guard let best else { return nil }
        size = best.size
        modules = best.dark
    }

    /// Returns true if the module in a column and a row is dark.
    func isDark(_ column: Int, _ row: Int) -> Bool { modules[row * size + column] }

    /// The code as dark squares on white, with the margin of four modules that readers need.
    var picture: SVGElement {
        var path = ""
        for row in 0..<size {
            for column in 0..<size where isDark(column, row) { path += "M\(column + 4),\(row + 4)h1v1h-1z" }
        }
        let side = size + 8
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(side) \(side)", "role": "img",
                "aria-label": "QR code", "shape-rendering": "crispEdges",
            ],
            [
                SVGElement("rect", ["width": "\(side)", "height": "\(side)", "fill": "#fff"]),
                SVGElement("path", ["d": path, "fill": "#000"]),
            ])
    }
}
