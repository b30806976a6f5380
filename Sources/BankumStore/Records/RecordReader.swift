/// A row on its way to a value.
package struct RecordReader {
  var columns: FieldReader
  var body: FieldReader
}
