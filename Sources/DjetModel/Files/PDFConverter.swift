/// A converter of pages to PDF, which a program provides to its model as a service.
///
/// ```swift
/// let converter = try model.service((any PDFConverter).self)
/// let bytes = try await converter.pdf(of: "<!doctype html>…")
/// ```
public protocol PDFConverter: Sendable {
    /// Returns an HTML page as the bytes of a PDF file. The page holds all that it needs: nothing is fetched
    /// for it.
    ///
    /// A thousand sheets take minutes. The conversion has a limit, and ends when its task is cancelled.
    ///
    /// Throws `ModelError.unavailable`, which says what is to be set up, if it cannot convert.
    func pdf(of page: String) async throws -> [UInt8]
}
