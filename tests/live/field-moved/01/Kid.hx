class Kid extends Base {  }
