package sys.io;

/** A file that is read. **/
class FileInput extends molt.Stdio.FileInputStream {
	public function seek(p:Int, pos:FileSeek):Void {
		file.seek(p, pos.getIndex());
	}

	/** Where the next byte is read. **/
	public function tell():Int {
		return file.tell();
	}

	/** Did reading come to the end? **/
	public function eof():Bool {
		return file.atEnd();
	}
}
