/// A file to be written.
struct SeedFile {
  let name: String
  let bytes: [UInt8]
}
